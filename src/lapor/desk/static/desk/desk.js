// Comforts of the desk's forms; everything here also works without script, with one more press.
(function () {
  "use strict";

  // A ready text goes behind what is written already.
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-ready-texts] button");
    if (!button) { return; }
    var box = button.closest("[data-ready-texts]");
    var chosen = box.querySelector('template[data-ready-text="' + CSS.escape(box.querySelector("select").value) + '"]');
    var area = button.form.querySelector("textarea");
    event.preventDefault();
    if (!chosen) { return; }
    area.value = [area.value.trim(), chosen.content.textContent.trim()].filter(Boolean).join("\n\n");
    area.focus();
    // The first gap in square brackets is what has to be written next.
    var gap = /\[[^\]]+\]/.exec(area.value);
    if (gap) { area.setSelectionRange(gap.index, gap.index + gap[0].length); }
  });

  // An agency picked for a copy joins the list at once.
  document.addEventListener("lapor:picked", function (event) {
    var box = event.target.closest("[data-copies]");
    if (!box) { return; }
    var choice = event.detail;
    var list = box.querySelector("[data-copies-list]");
    if (!list.querySelector('input[value="' + CSS.escape(choice.value) + '"]')) {
      var row = box.querySelector("template").content.firstElementChild.cloneNode(true);
      row.querySelector("input").value = choice.value;
      row.querySelector("span").textContent = choice.label;
      list.appendChild(row);
    }
    event.target.value = "";
    box.querySelector("input[type=hidden]").value = "";
  });

  // While a form is fetched its place says so; what fails leaves the page as it is and says what to do.
  function isForm(event) { return event.detail.target && event.detail.target.id === "tindakan"; }

  // Words and files that were not sent are not thrown away by opening another form, unless somebody says so.
  function isWritten(field) {
    var isChoice = /^(checkbox|radio)$/.test(field.type);
    return isChoice ? field.checked !== field.defaultChecked : field.value !== field.defaultValue;
  }

  document.body.addEventListener("htmx:confirm", function (event) {
    var fields = isForm(event) ? event.detail.target.querySelectorAll("textarea, input:not([type=hidden])") : [];
    var written = Array.prototype.find.call(fields, isWritten);
    if (!written) { return; }
    var box = document.getElementById("belum-terkirim");
    event.preventDefault();
    box.returnValue = "";
    box.onclose = function () {
      if (box.returnValue) { event.detail.issueRequest(true); } else { written.focus(); }
    };
    if (!box.open) { box.showModal(); }
  });

  function show(place, what) {
    var drawn = document.querySelector("template[data-form-" + what + "]");
    if (drawn) { place.replaceChildren(drawn.content.cloneNode(true)); }
  }

  var wait;
  document.body.addEventListener("htmx:beforeRequest", function (event) {
    if (!isForm(event)) { return; }
    clearTimeout(wait);
    wait = setTimeout(show, 300, event.detail.target, "loading");
  });
  document.body.addEventListener("htmx:afterRequest", function (event) {
    if (isForm(event)) { clearTimeout(wait); }
  });
  document.body.addEventListener("htmx:sendError", function (event) {
    if (isForm(event)) { show(event.detail.target, "failed"); }
  });
  // Another answer than a form, such as that the move is over: its own page tells more.
  document.body.addEventListener("htmx:responseError", function (event) {
    if (isForm(event)) { location.href = event.detail.elt.href; }
  });

  // A form that was fetched into the page takes the focus.
  document.body.addEventListener("htmx:afterSwap", function (event) {
    var field = event.detail.target.id === "tindakan" && event.detail.target.querySelector("textarea, input:not([type=hidden])");
    if (field) { field.focus({ preventScroll: true }); }
  });
})();
