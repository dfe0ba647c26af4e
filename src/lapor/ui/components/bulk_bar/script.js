// bundle: desk
// The bar appears as soon as a row is picked, and counts; from there all of the page are picked at once.
(function () {
  "use strict";
  var BOXES = ".lp-inbox input[type=checkbox]";
  function picked(form) { return form.querySelectorAll(BOXES + ":checked"); }

  function update(form) {
    var bar = form.querySelector("[data-bulk]");
    var count = picked(form).length;
    if (!bar) { return; }
    bar.hidden = !count;
    bar.querySelector("[data-bulk-count]").textContent = count;
  }

  function formOf(element) { return element.closest("form") || document.body; }

  document.addEventListener("change", function (event) {
    if (event.target.matches(BOXES)) { update(formOf(event.target)); }
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest("[data-bulk-clear], [data-bulk-all]");
    if (!button) { return; }
    formOf(button).querySelectorAll(BOXES).forEach(function (box) { box.checked = button.matches("[data-bulk-all]"); });
    update(formOf(button));
  });
  document.querySelectorAll("[data-bulk]").forEach(function (bar) { update(formOf(bar)); });
})();
