// Photographs are made smaller on the device before they travel; each file gets a row. With an address in
// data-upload every file is sent at once and can be tried again; without one they go with the form.
(function () {
  "use strict";
  var LARGEST = 20e6, EDGE = 1600, ENOUGH = 220e3;

  function start(box) {
    var input = box.querySelector("input[type=file]");
    var list = box.querySelector(".lp-files");
    var pattern = box.querySelector("template");
    var held = [], running = 0, waiting = null;  // `running` counts what is being made smaller or sent
    if (!input || !pattern || !window.DataTransfer || input.dataset.ready) { return; }
    input.dataset.ready = "1";
    // The browser's own button speaks the browser's language; ours speaks the page's.
    input.classList.add("lp-sr");
    box.querySelector(".lp-field .lp-button").hidden = false;

    function say(code, words) {
      return Object.keys(words || {}).reduce(function (text, key) {
        return text.replace("{" + key + "}", words[key]);
      }, pattern.dataset[code] || "");
    }

    function room() { return box.dataset.max - list.querySelectorAll("li:not([data-file=failed])").length; }

    function hand() {
      var bag = new DataTransfer();
      held.forEach(function (file) { bag.items.add(file); });
      input.files = bag.files;
    }

    function row(file) {
      var item = pattern.content.firstElementChild.cloneNode(true);
      item.querySelector("b").textContent = file.name;
      if (/^image\//.test(file.type)) {
        var picture = document.createElement("img");
        picture.alt = "";
        picture.onload = function () { URL.revokeObjectURL(picture.src); };
        picture.src = URL.createObjectURL(file);
        item.querySelector(".lp-file__thumb").replaceChildren(picture);
      }
      list.appendChild(item);
      return item;
    }

    function state(item, code, text) {
      item.dataset.file = code;
      item.querySelector("small").textContent = text;
      item.querySelector("progress").hidden = code !== "running";
      item.querySelector("[data-file-again]").hidden = code !== "interrupted";
    }

    // With the form goes the original until the smaller one is there; `null` takes it out.
    function hold(before, file) {
      if (box.dataset.upload) { return; }
      held = held.filter(function (other) { return other !== before; }).concat(file || []);
      hand();
    }

    function take(original) {
      if (room() < 1) { state(row(original), "failed", say("many", { max: box.dataset.max })); return; }
      var item = row(original), file = original, text = "";
      running += 1;
      hold(null, original);
      item.addEventListener("click", function (event) {
        if (event.target.closest("[data-file-remove]")) { hold(file, null); item.remove(); }
        else if (event.target.closest("[data-file-again]")) { send(file, item, text); }
      });
      if (/^image\/jpe?g$/.test(original.type)) { offerPlace(original, box); }
      shrink(original).then(function (smaller) {
        if (!item.isConnected) { end(); return; }  // taken out meanwhile
        file = smaller;
        if (file.size > LARGEST) { hold(original, null); state(item, "failed", say("large")); end(); return; }
        hold(original, file);
        text = say(file.size < original.size ? "shrunk" : "ready", { from: size(original.size), to: size(file.size), size: size(file.size) });
        if (box.dataset.upload) { send(file, item, text); } else { state(item, "ready", text); }
        end();
      });
    }

    // Once nothing runs any more, whoever pressed a button meanwhile goes on, unless a file got stuck.
    function end(stuck) {
      running -= 1;
      if (stuck && waiting) { waiting(stuck); }
      if (!running && waiting) { waiting(); }
    }

    function look(item) {
      item.dispatchEvent(new CustomEvent("lapor:look", { bubbles: true }));
      item.scrollIntoView({ block: "center" });
      (item.querySelector("[data-file-again]:not([hidden])") || item.querySelector("button")).focus({ preventScroll: true });
    }

    function send(file, item, text) {
      var bar = item.querySelector("progress");
      var call = new XMLHttpRequest();
      var parcel = new FormData();
      var token = box.closest("form").querySelector("[name=csrfmiddlewaretoken]");
      var draft = box.closest("form").elements.key;
      if (draft) { parcel.append("key", draft.value); }
      parcel.append(input.name, file);
      running += 1;
      state(item, "running", say("sending"));
      call.open("POST", box.dataset.upload);
      if (token) { call.setRequestHeader("X-CSRFToken", token.value); }
      call.upload.onprogress = function (event) { bar.max = event.total; bar.value = event.loaded; };
      call.onloadend = function () {
        var answer = null;
        try { answer = JSON.parse(call.responseText); } catch (error) { answer = null; }
        if (call.status >= 200 && call.status < 300 && answer) {
          var kept = document.createElement("input");
          kept.type = "hidden";
          kept.name = input.name + "_kept";
          kept.value = answer.id;
          item.appendChild(kept);
          state(item, "done", text);
        } else if (call.status >= 400 && call.status < 500) {
          state(item, "failed", (answer && answer.error) || say("refused"));
        } else {
          state(item, "interrupted", say("interrupted"));
        }
        end(item.isConnected && item.dataset.file !== "done" && item);
      };
      call.send(parcel);
    }

    input.addEventListener("change", function () {
      var chosen = Array.prototype.slice.call(input.files);
      if (box.dataset.upload) { input.value = ""; }
      chosen.forEach(take);
      if (!box.dataset.upload) { hand(); }
    });
    if (box.closest("form")) {
      box.closest("form").addEventListener("submit", function (event) {
        var form = event.target, by = event.submitter;
        var stuck = list.querySelector("[data-file=interrupted]");
        if (!running && !stuck) { return; }
        event.preventDefault();
        if (stuck) { state(stuck, "interrupted", say("unsent")); look(stuck); return; }
        if (by) { by.dataset.busy = "1"; }
        waiting = function (stopped) {
          waiting = null;
          if (by) { delete by.dataset.busy; }
          if (stopped) { look(stopped); } else { form.requestSubmit(by); }
        };
      }, true);
    }
  }

  function startAll(root) { root.querySelectorAll("[data-upload]").forEach(start); }
  startAll(document);
  // A form that was fetched into the page has files too.
  document.addEventListener("htmx:load", function (event) { startAll(event.target); });

  function size(bytes) {
    var large = bytes >= 1e6;
    var count = (bytes / (large ? 1e6 : 1e3)).toLocaleString(document.documentElement.lang, { maximumFractionDigits: large ? 1 : 0 });
    return count + (large ? " MB" : " kB");
  }

  function shrink(file) {
    if (!/^image\/(jpe?g|png|webp|hei[cf])$/.test(file.type) || file.size < ENOUGH || !window.createImageBitmap) {
      return Promise.resolve(file);
    }
    return createImageBitmap(file).then(function (picture) {
      var scale = Math.min(1, EDGE / Math.max(picture.width, picture.height));
      var canvas = document.createElement("canvas");
      canvas.width = Math.round(picture.width * scale);
      canvas.height = Math.round(picture.height * scale);
      canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
      return [0.8, 0.65, 0.5].reduce(function (before, quality) {
        return before.then(function (blob) {
          return blob && blob.size <= ENOUGH ? blob : new Promise(function (give) { canvas.toBlob(give, "image/jpeg", quality); });
        });
      }, Promise.resolve(null));
    }).then(function (blob) {
      var name = file.name.replace(/\.\w+$/, "") + ".jpg";
      return blob && blob.size < file.size ? new File([blob], name, { type: "image/jpeg" }) : file;
    }).catch(function () { return file; });
  }

  // The place a photograph was taken is offered, never sent by itself: the smaller picture carries no metadata.
  function offerPlace(file, box) {
    file.slice(0, 131072).arrayBuffer().then(function (bytes) {
      var place = gps(new DataView(bytes));
      if (place) { box.dispatchEvent(new CustomEvent("lapor:photo-place", { bubbles: true, detail: place })); }
    }).catch(function () {});
  }

  function gps(view) {
    for (var at = 2; at < view.byteLength - 10 && view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
      if (view.getUint16(at) === 0xffe1 && view.getUint32(at + 4) === 0x45786966) { return position(view, at + 10); }
    }
    return null;
  }

  function position(view, start) {
    var little = view.getUint16(start) === 0x4949;
    var u16 = function (at) { return view.getUint16(start + at, little); };
    var u32 = function (at) { return view.getUint32(start + at, little); };
    var directory = function (at) {
      var entries = {};
      for (var i = 0, n = u16(at); i < n; i += 1) { entries[u16(at + 2 + i * 12)] = at + 2 + i * 12 + 8; }
      return entries;
    };
    var main = directory(u32(4));
    if (!main[0x8825]) { return null; }
    var found = directory(u32(main[0x8825]));
    if (!found[2] || !found[4]) { return null; }
    var degrees = function (tag, mark, negative) {
      var at = u32(found[tag]), value = 0;
      [1, 60, 3600].forEach(function (part, i) { value += u32(at + i * 8) / u32(at + i * 8 + 4) / part; });
      return view.getUint8(start + found[mark]) === negative.charCodeAt(0) ? -value : value;
    };
    var place = { latitude: degrees(2, 1, "S"), longitude: degrees(4, 3, "W") };
    return isFinite(place.latitude) && isFinite(place.longitude) ? place : null;
  }
})();
