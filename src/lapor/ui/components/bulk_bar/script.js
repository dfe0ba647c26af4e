// bundle: desk
// The bar appears as soon as a row is picked, and counts.
(function () {
  "use strict";
  function picked(form) { return form.querySelectorAll(".lp-inbox input[type=checkbox]:checked"); }

  function update(form) {
    var bar = form.querySelector("[data-bulk]");
    var count = picked(form).length;
    if (!bar) { return; }
    bar.hidden = !count;
    bar.querySelector("[data-bulk-count]").textContent = count;
  }

  function formOf(element) { return element.closest("form") || document.body; }

  document.addEventListener("change", function (event) {
    if (event.target.matches(".lp-inbox input[type=checkbox]")) { update(formOf(event.target)); }
  });
  document.addEventListener("click", function (event) {
    var clear = event.target.closest("[data-bulk-clear]");
    if (!clear) { return; }
    picked(formOf(clear)).forEach(function (box) { box.checked = false; });
    update(formOf(clear));
  });
  document.querySelectorAll("[data-bulk]").forEach(function (bar) { update(formOf(bar)); });
})();
