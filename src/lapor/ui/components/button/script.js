// Print and copy: comforts that only exist with script, so such buttons are `hidden` until it runs.
(function () {
  "use strict";
  document.querySelectorAll("[data-print][hidden], [data-copy][hidden]").forEach(function (button) {
    button.hidden = false;
  });
  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-print]")) {
      window.print();
    }
    var copy = event.target.closest("[data-copy]");
    if (copy && navigator.clipboard) {
      navigator.clipboard.writeText(copy.dataset.copy).then(function () {
        copy.textContent = copy.dataset.copied || copy.textContent;
      });
    }
  });
  // On paper nothing can be unfolded.
  addEventListener("beforeprint", function () {
    document.querySelectorAll("main details").forEach(function (fold) { fold.open = true; });
  });
  // One press sends once; the server refuses doubles too. Coming back by the browser's button frees it again.
  document.addEventListener("submit", function (event) {
    if (event.defaultPrevented || event.target.method !== "post") {
      return;
    }
    if (event.target.dataset.sent) {
      event.preventDefault();
      return;
    }
    event.target.dataset.sent = "1";
    if (event.submitter) {
      event.submitter.dataset.busy = "1";
    }
    window.setTimeout(free, 8000, event.target);
  });
  window.addEventListener("pageshow", function () {
    document.querySelectorAll("form[data-sent]").forEach(free);
  });
  function free(form) {
    delete form.dataset.sent;
    form.querySelectorAll("[data-busy]").forEach(function (button) {
      delete button.dataset.busy;
    });
  }
})();
