// The list and the report beside it. Walking the list shows each report; opening one twice goes to its page.
// Where there is no room beside the list, a row leads to the page at once.
(function () {
  "use strict";
  var panel = document.getElementById("pratinjau");
  var timer, wait;
  if (!panel || !window.htmx) { return; }

  function codeOf(link) { return link.closest("li").dataset.code; }

  function shown() {
    var inside = panel.querySelector("[data-preview]");
    return inside ? inside.dataset.preview : "";
  }

  function isRow(element) { return element.matches && element.matches(".lp-inbox a[hx-get]"); }

  document.body.addEventListener("htmx:beforeRequest", function (event) {
    var link = event.detail.elt;
    if (!isRow(link)) { return; }
    if (!panel.offsetParent || shown() === codeOf(link)) {
      event.preventDefault();
      location.href = link.href;
      return;
    }
    clearTimeout(wait);
    wait = setTimeout(show, 300, "loading");
    panel.inert = true;  // what it still shows is not the report that is marked: no key may act on it
  });
  document.body.addEventListener("htmx:afterRequest", function () {
    clearTimeout(wait);
    panel.inert = false;
  });

  // Of the report that came in only the title is read out; the rest waits in the panel.
  document.body.addEventListener("htmx:afterSwap", function (event) {
    var title = event.detail.target === panel && panel.querySelector("h2");
    if (title) { document.querySelector("[data-preview-title]").textContent = title.textContent; }
  });

  function show(what) {
    var drawn = document.querySelector("template[data-preview-" + what + "]");
    if (drawn) { panel.replaceChildren(drawn.content.cloneNode(true)); }
  }

  // The report may have left this desk since the list was drawn.
  document.body.addEventListener("htmx:responseError", function (event) {
    if (isRow(event.detail.elt)) { location.href = event.detail.elt.href; }
  });
  document.body.addEventListener("htmx:sendError", function (event) {
    if (isRow(event.detail.elt)) { show("failed"); }
  });

  // Walking with j and k: the preview follows after a breath, so that holding the key costs nothing.
  document.addEventListener("focusin", function (event) {
    var link = event.target;
    clearTimeout(timer);
    if (!isRow(link) || !link.matches(":focus-visible") || !panel.offsetParent || shown() === codeOf(link)) { return; }
    timer = setTimeout(function () {
      if (document.activeElement === link && shown() !== codeOf(link)) { link.click(); }
    }, 180);
  });
})();
