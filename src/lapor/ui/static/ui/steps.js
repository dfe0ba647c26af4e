// Before the form is painted: one step at a time, so that nothing moves when the rest of the script arrives.
// Should that never arrive, all steps are there again.
(function () {
  "use strict";
  var form = document.currentScript.parentNode;
  form.classList.add("is-stepped");
  addEventListener("load", function () {
    if (!form.querySelector(".is-current")) { form.classList.remove("is-stepped"); }
  });
})();
