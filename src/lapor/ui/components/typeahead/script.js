// Suggestions under a plain input, after the WAI-ARIA combobox pattern. The address answers ?q= with
// {"results": [{"value", "label", "detail"}]}. Without script the typed text is sent and resolved by the server.
(function () {
  "use strict";
  var WAIT = 200, SHORTEST = 2;

  document.addEventListener("focusin", function (event) {
    var input = event.target;
    var box = input.closest && input.closest("[data-typeahead]");
    if (box && input.type === "text" && !input.dataset.ready && box.dataset.typeahead) { start(box, input); }
  });

  function start(box, input) {
    var hidden = box.querySelector("input[type=hidden]");
    var said = box.querySelector("[data-typeahead-said]");
    var list = box.querySelector("[role=listbox]");
    var status = box.querySelector("[data-typeahead-count]");
    var found = [], active = -1, timer, request;
    input.dataset.ready = "1";
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", list.id);

    function close() {
      list.hidden = true;
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    }

    function mark(index) {
      active = (index + found.length) % found.length;
      Array.prototype.forEach.call(list.children, function (row, i) {
        row.setAttribute("aria-selected", i === active);
        if (i === active) {
          input.setAttribute("aria-activedescendant", row.id);
          row.scrollIntoView({ block: "nearest" });
        }
      });
    }

    function pick(index) {
      var choice = found[index];
      input.value = choice.text || choice.label;
      hidden.value = choice.value;
      if (said) { said.value = input.value; }
      close();
      hidden.dispatchEvent(new Event("change", { bubbles: true }));
      input.dispatchEvent(new CustomEvent("lapor:picked", { bubbles: true, detail: choice }));
    }

    function draw(results) {
      found = results;
      list.textContent = "";
      results.forEach(function (choice, index) {
        var row = document.createElement("li");
        row.id = list.id + "-" + index;
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", "false");
        row.textContent = choice.label;
        if (choice.detail) { row.appendChild(document.createElement("small")).textContent = choice.detail; }
        list.appendChild(row);
      });
      list.hidden = !results.length;
      input.setAttribute("aria-expanded", String(results.length > 0));
      status.textContent = !results.length ? status.dataset.none
        : results.length === 1 ? status.dataset.one : results.length + " " + status.dataset.many;
    }

    function ask() {
      var words = input.value.trim();
      if (request) { request.abort(); }
      if (words.length < SHORTEST) { close(); return; }
      request = new AbortController();
      var url = new URL(box.dataset.typeahead, location.href);
      url.searchParams.set("q", words);
      fetch(url, { headers: { Accept: "application/json" }, signal: request.signal })
        .then(function (answer) { return answer.ok ? answer.json() : { results: [] }; })
        .then(function (answer) {
          if (document.activeElement === input) { active = -1; draw(answer.results || []); }
        })
        .catch(close);
    }

    input.addEventListener("input", function () {
      // What was picked no longer matches what is written.
      hidden.value = "";
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    input.addEventListener("keydown", function (event) {
      if (list.hidden) { return; }
      if (event.key === "ArrowDown") { mark(active + 1); }
      else if (event.key === "ArrowUp") { mark(active < 0 ? found.length - 1 : active - 1); }
      else if (event.key === "Enter" && active >= 0) { pick(active); }
      else if (event.key === "Enter") { close(); }  // the next Enter goes on, with the words as they are
      else if (event.key === "Escape") { close(); }
      else { return; }
      event.preventDefault();
    });
    input.addEventListener("blur", function () { setTimeout(close, 150); });
    list.addEventListener("mousedown", function (event) {
      var row = event.target.closest("li");
      event.preventDefault();
      if (row) { pick(Array.prototype.indexOf.call(list.children, row)); }
    });
  }
})();
