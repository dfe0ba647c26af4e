// bundle: desk
// j and k walk the rows, x picks, o opens. Works on whatever list is on the page, also after a fragment came in.
(function () {
  "use strict";
  function rows() { return Array.prototype.slice.call(document.querySelectorAll(".lp-inbox > li")); }

  document.addEventListener("keydown", function (event) {
    var target = event.target;
    if (document.documentElement.hasAttribute("data-keys-off")) { return; }
    if (event.ctrlKey || event.metaKey || event.altKey || "jkxo".indexOf(event.key) < 0 || event.key.length > 1) { return; }
    if (/^(input|textarea|select)$/i.test(target.tagName) && target.type !== "checkbox") { return; }
    var all = rows();
    if (!all.length) { return; }
    var at = all.indexOf(target.closest("li"));
    if (at < 0) { at = all.findIndex(function (row) { return row.classList.contains("is-open"); }); }
    if (event.key === "x" || event.key === "o") {
      var row = all[Math.max(at, 0)];
      var thing = row.querySelector(event.key === "x" ? "input" : "a");
      if (thing) { thing.click(); }
    } else {
      var next = all[Math.min(Math.max(at + (event.key === "j" ? 1 : -1), 0), all.length - 1)];
      next.querySelector("a").focus();
    }
    event.preventDefault();
  });

  // The row whose preview is shown is marked at once.
  document.addEventListener("click", function (event) {
    var link = event.target.closest(".lp-inbox a[hx-get]");
    if (!link) { return; }
    rows().forEach(function (row) { row.classList.toggle("is-open", row.contains(link)); });
  });
})();
