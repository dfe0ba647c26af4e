// The form of a report, made safer: one key per draft, files that come back, nothing lost without a network.
// Loaded before the design kit, so that it sees a draft before the kit puts it back.
// A draft on the device carries its key: `{at, key, values}`.
(function () {
  "use strict";
  var DRAFT = "lapor-draft-lapor", OLDER = DRAFT + "-older";
  var form = document.querySelector("form[data-submit]");
  var store;
  try { store = window.localStorage; } catch (error) { store = null; }

  function read(name) {
    try { return JSON.parse(store.getItem(name)); } catch (error) { return null; }
  }
  function write(name, value) {
    try { store.setItem(name, JSON.stringify(value)); } catch (error) { return; }
  }

  if (!form) { return; }
  var data = form.dataset, story = form.elements.text;

  // --- the key: what is sent twice under one key is one report, also after the page was closed
  var key = form.elements.key, isBack = false;
  if (store && "draft" in data) {
    var draft = read(DRAFT), fresh = "fresh" in data;
    // Words from the home page start a new report, and what the server shows again is the newest of its draft:
    // other words on this device are put aside, not thrown away.
    if (draft && (fresh ? story.value && draft.values.text !== story.value : true)) {
      if (draft.values.text && (draft.key !== key.value || draft.values.text !== story.value)) { write(OLDER, draft); }
      store.removeItem(DRAFT);
      draft = null;
    }
    if (draft && draft.key) { key.value = draft.key; isBack = true; }
    if (draft && form.elements.agency_text.value) {  // whoever comes from the page of an agency means that one
      draft.values.agency = form.elements.agency.value;
      draft.values.agency_text = form.elements.agency_text.value;
      write(DRAFT, draft);
    }
    if (fresh && location.search) { history.replaceState(null, "", location.pathname + location.hash); }
    if (fresh) { addEventListener("DOMContentLoaded", showOlder); }  // once the kit has thrown away what is too old
    if (!fresh || story.value) {
      addEventListener("load", function () { story.dispatchEvent(new Event("input", { bubbles: true })); });
    }
  }

  function showOlder() {
    var older = read(OLDER), box = form.querySelector("[data-older]");
    if (!older || !box) { return; }
    var words = older.values.text;
    box.querySelector("[data-older-text]").textContent = words.length > 60 ? words.slice(0, 59) + "…" : words;
    box.hidden = false;
  }

  form.addEventListener("lapor:restored", function () {
    var note = form.querySelector("[data-restored]");
    if (note && story.value) { note.hidden = false; }
  });

  form.addEventListener("click", function (event) {
    if (event.target.closest("[data-draft-clear]")) {
      setTimeout(function () { location.assign(location.pathname); });
    }
    if (event.target.closest("[data-older-open]")) {
      var older = read(OLDER), current = read(DRAFT);
      if (current && current.values.text) { write(OLDER, current); } else { store.removeItem(OLDER); }
      form.dataset.draftOff = "";
      write(DRAFT, older);
      location.assign(location.pathname);
    }
    if (event.target.closest("[data-older-drop]")) {
      store.removeItem(OLDER);
      form.querySelector("[data-older]").hidden = true;
    }
    removeFile(event);
  });

  // --- files: rows come back with the draft, and what is taken out here is taken out there
  function post(address, extra) {
    var parcel = new FormData();
    parcel.append("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    parcel.append("key", key.value);
    Object.keys(extra || {}).forEach(function (name) { parcel.append(name, extra[name]); });
    return fetch(address, { method: "POST", body: parcel, credentials: "same-origin" });
  }

  function removeFile(event) {
    var button = event.target.closest("[data-file-remove], button[name=remove_files]");
    var row = button && button.closest("li");
    var kept = row && row.querySelector("input[name=files_kept]");
    if (!kept || !data.remove) { return; }
    post(data.remove, { id: kept.value }).catch(function () {});
    if (button.name) { event.preventDefault(); row.remove(); }
    setTimeout(summarise);
  }

  if (isBack && data.files) {
    post(data.files).then(function (answer) { return answer.ok ? answer.text() : ""; }).then(function (rows) {
      var list = form.querySelector(".lp-files");
      if (list && rows.trim()) { list.insertAdjacentHTML("afterbegin", rows); summarise(); }
    }).catch(function () {});
  }

  // --- without a network nothing is sent into the void
  form.addEventListener("submit", function (event) {
    if (navigator.onLine !== false) { return; }
    var note = document.querySelector("[data-offline-note]");
    event.preventDefault();
    note.querySelector("[data-offline-text]").textContent = data.offline;
    note.hidden = false;
    note.scrollIntoView({ block: "center" });
  });
  addEventListener("online", function () { document.querySelector("[data-offline-note]").hidden = true; });

  // --- with an account the draft is kept there too
  var timer;
  function autosave() {
    var parcel = new FormData(form);
    parcel.delete("files");
    fetch(data.autosave, { method: "POST", body: parcel, credentials: "same-origin" }).catch(function () {});
  }
  if (data.autosave) {
    form.addEventListener("input", function () { clearTimeout(timer); timer = setTimeout(autosave, 2500); });
  }

  // --- the quiet summary beside the form
  function say(name, text) {
    var place = document.querySelector("[data-summary=" + name + "]");
    if (place) { place.textContent = text === undefined ? place.dataset.empty : text; }
  }
  function chosen(name) {
    var place = document.querySelector("[data-summary=" + name + "]");
    var picked = form.querySelector("input[name=" + name + "]:checked");
    if (place && picked) { place.textContent = place.getAttribute("data-" + picked.value); }
  }
  function summarise() {
    var files = document.querySelector("[data-summary=files]");
    if (!files) { return; }
    var count = form.querySelectorAll(".lp-files > li:not([data-file=failed])").length;
    var nowhere = document.querySelector("[data-summary=place]").dataset.nowhere;
    chosen("kind");
    chosen("privacy");
    say("place", form.elements.nowhere.checked ? nowhere : form.elements.place_text.value.trim() || undefined);
    say("agency", form.elements.agency_text.value.trim() || undefined);
    say("files", count ? files.dataset.count.replace("{count}", count) : undefined);
  }
  ["input", "change", "lapor:restored", "lapor:picked"].forEach(function (name) { form.addEventListener(name, summarise); });
  if (window.MutationObserver && form.querySelector(".lp-files")) {
    new MutationObserver(summarise).observe(form.querySelector(".lp-files"), { childList: true });
  }
  summarise();
})();
