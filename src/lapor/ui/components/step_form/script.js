// One thing per step on a telephone, and a draft that stays on the device until the receipt is shown.
(function () {
  "use strict";
  var DAYS_KEPT = 14;

  document.querySelectorAll("form[data-steps]").forEach(function (form) {
    var steps = Array.prototype.slice.call(form.querySelectorAll(".lp-step"));
    var now = form.querySelector("[data-now]");
    var at = 0;

    function show(index, move) {
      at = Math.min(Math.max(index, 0), steps.length - 1);
      form.classList.add("is-stepped");
      steps.forEach(function (step, i) { step.classList.toggle("is-current", i === at); });
      if (now) { now.textContent = at + 1; }
      if (move) {
        form.scrollIntoView({ block: "start" });
        var title = steps[at].querySelector("h2");
        title.tabIndex = -1;
        title.focus({ preventScroll: true });
      }
    }

    // On a telephone Enter goes to the next step, as long as there is one.
    form.addEventListener("keydown", function (event) {
      var next = steps.length && steps[at].querySelector("[data-go=next]");
      var isField = event.target.matches("input:not([type=file], [type=submit])");
      if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || !isField || !next || !next.offsetParent) { return; }
      event.preventDefault();
      next.click();
    });

    // Something in a step has to be seen now.
    form.addEventListener("lapor:look", function (event) { show(stepOf(event.target)); });

    function stepOf(element) {
      return steps.findIndex(function (step) { return step.contains(element); });
    }

    form.addEventListener("click", function (event) {
      var go = event.target.closest("[data-go]");
      if (go) { show(at + (go.dataset.go === "next" ? 1 : -1), true); }
      var link = event.target.closest(".lp-summary-error a");
      var field = link && document.querySelector(link.getAttribute("href"));
      if (field && stepOf(field) >= 0) {
        event.preventDefault();
        show(stepOf(field));
        var input = field.matches("input, textarea, select") ? field : field.querySelector("input, textarea, select");
        (input || field).focus();
      }
    });

    var asked = location.hash.match(/^#langkah-(\d+)$/);
    var wrong = form.querySelector("[aria-invalid=true], .lp-field--error");
    if (steps.length) { show(wrong ? stepOf(wrong) : asked ? asked[1] - 1 : 0); }
  });

  // --- the draft
  var store;
  try { store = window.localStorage; } catch (error) { store = null; }
  if (!store) { return; }

  function kept(key) {
    try { return JSON.parse(store.getItem(key)); } catch (error) { return null; }
  }

  function drafts() {
    return Object.keys(store).filter(function (key) { return key.indexOf("lapor-draft-") === 0; });
  }

  var done = document.querySelector("[data-draft-done]");
  if (done) { store.removeItem("lapor-draft-" + done.dataset.draftDone); }
  drafts().forEach(function (key) {
    var draft = kept(key);
    if (!draft || Date.now() - draft.at > DAYS_KEPT * 864e5) { store.removeItem(key); }
  });

  // Whoever leaves a machine that others use leaves no words on it.
  document.querySelectorAll("form[data-draft-forget]").forEach(function (leaving) {
    leaving.addEventListener("submit", function () {
      document.querySelectorAll("form[data-draft]").forEach(function (form) { form.dataset.draftOff = ""; });
      drafts().forEach(function (key) { store.removeItem(key); });
    });
  });

  document.querySelectorAll("form[data-draft]").forEach(function (form) {
    var key = "lapor-draft-" + form.dataset.draft;
    var timer;

    function fields() {
      return Array.prototype.filter.call(form.elements, function (field) {
        return field.name && field.name !== "csrfmiddlewaretoken" && !field.hasAttribute("data-no-draft") &&
          ["file", "password", "submit", "button"].indexOf(field.type) < 0;
      });
    }

    function isChoice(field) { return field.type === "radio" || field.type === "checkbox"; }

    function save() {
      if ("draftOff" in form.dataset) { return; }
      var draft = { at: Date.now(), key: form.elements.key && form.elements.key.value, values: {} };
      fields().forEach(function (field) {
        if (isChoice(field)) {
          if (field.checked) { draft.values[field.name + "=" + field.value] = true; }
        } else if (!/_kept$/.test(field.name)) {  // also what is empty: it may have been taken out on purpose
          draft.values[field.name] = field.value;
        }
      });
      try { store.setItem(key, JSON.stringify(draft)); } catch (error) { return; }
      note(draft.at);
    }

    function note(time) {
      var place = form.querySelector("[data-draft-note]");
      if (!place) { return; }
      var clock = new Date(time).toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" });
      place.textContent = place.dataset.draftNote.replace("{time}", clock);
    }

    function restore() {
      var draft = kept(key);
      // What the server sent back is newer than the draft; a word that it only prefilled is not.
      if (!draft || form.querySelector(".lp-summary-error")) { return; }
      fields().forEach(function (field) {
        if (isChoice(field)) {
          if (draft.values[field.name + "=" + field.value]) { field.checked = true; }
        } else if (field.name in draft.values) {
          field.value = draft.values[field.name];
        }
      });
      note(draft.at);
      form.dispatchEvent(new CustomEvent("lapor:restored", { bubbles: true }));
    }

    form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(save, 400); });
    form.addEventListener("change", save);
    // Whoever closes the page in the middle of a word keeps the word.
    addEventListener("pagehide", function () { if (timer) { save(); } });
    form.addEventListener("click", function (event) {
      if (event.target.closest("[data-draft-clear]")) { form.dataset.draftOff = ""; clearTimeout(timer); store.removeItem(key); form.reset(); }
    });
    restore();
  });
})();
