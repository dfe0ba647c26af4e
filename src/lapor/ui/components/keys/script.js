// bundle: desk
// One key presses one thing: whatever carries data-key is clicked, or focused if it is a field. `?` lists them.
// Who dictates or hits keys by accident turns them off (WCAG 2.1.4); this device remembers it.
(function () {
  "use strict";
  var root = document.documentElement;
  function areOff() {
    try { return localStorage.getItem("keys") === "off"; } catch (error) { return false; }
  }
  function mark() { root.toggleAttribute("data-keys-off", areOff()); }
  mark();

  function isTyping(target) {
    return /^(input|textarea|select)$/i.test(target.tagName) && !/^(checkbox|radio|button|submit)$/.test(target.type) ||
      target.isContentEditable;
  }

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) { return; }
    if (event.key === "Escape" && isTyping(event.target)) { event.target.blur(); return; }
    if (isTyping(event.target) || areOff()) { return; }
    if (event.key === "?") { event.preventDefault(); help(); return; }
    var name = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    var target = document.querySelector('[data-key="' + CSS.escape(name) + '"]:not([disabled])');
    if (!target || !target.offsetParent || target.closest("[inert]")) { return; }
    event.preventDefault();
    if (isTyping(target)) { target.focus(); target.select(); } else { target.click(); }
  });

  function help() {
    var box = document.querySelector("dialog.lp-help");
    if (!box) {
      box = document.createElement("dialog");
      box.className = "lp-dialog lp-help";
      document.body.appendChild(box);
      box.addEventListener("click", function () { box.close(); });
    }
    var rows = document.createElement("dl");
    rows.className = "lp-facts";
    function add(key, text) {
      var pair = rows.appendChild(document.createElement("div"));
      pair.appendChild(document.createElement("dt")).appendChild(document.createElement("kbd")).textContent = key;
      pair.appendChild(document.createElement("dd")).textContent = text;
    }
    document.querySelectorAll("[data-key]").forEach(function (element) {
      if (element.offsetParent) {
        add(element.dataset.key, element.getAttribute("aria-label") || element.placeholder || element.textContent.trim());
      }
    });
    document.querySelectorAll(".lp-desk__keys span").forEach(function (pair) {
      var key = pair.querySelector("kbd");
      if (key && !document.querySelector('[data-key="' + CSS.escape(key.textContent) + '"]')) {
        add(key.textContent, pair.textContent.replace(key.textContent, "").trim());
      }
    });
    box.replaceChildren(rows, toggle(box));
    if (!box.open) { box.showModal(); }
  }

  function toggle(box) {
    var words = document.querySelector("[data-keys-words]");
    var button = document.createElement("button");
    button.type = "button";
    button.className = "lp-button lp-button--s";
    button.textContent = words ? words.dataset[areOff() ? "turnOn" : "turnOff"] : "";
    button.hidden = !words;
    button.addEventListener("click", function (event) {
      event.stopPropagation();
      try { localStorage.setItem("keys", areOff() ? "on" : "off"); } catch (error) { return; }
      mark();
      box.close();
    });
    return button;
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest("[data-keys-help]")) { help(); }
  });
})();
