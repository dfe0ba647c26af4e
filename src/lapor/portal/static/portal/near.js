// "Dekat saya": asks where the person stands only when he presses it, has our own server name the district,
// and goes to the same page for that place. Nothing of the point is kept.
(function () {
  "use strict";
  var button = document.querySelector("[data-near-me]");
  if (!button || !navigator.geolocation) { return; }
  var row = button.closest("[data-near-row]"), note = row.querySelector("[data-near-note]");

  function fail() { note.textContent = note.dataset.failedText; }

  row.hidden = false;
  button.addEventListener("click", function () {
    note.textContent = note.dataset.busyText;
    navigator.geolocation.getCurrentPosition(function (found) {
      var url = button.dataset.nearMe + "?lat=" + found.coords.latitude + "&lng=" + found.coords.longitude;
      fetch(url, { headers: { Accept: "application/json" } }).then(function (answer) {
        if (!answer.ok) { throw new Error(answer.status); }
        return answer.json();
      }).then(function (place) {
        location.assign(button.dataset.nearTarget.replace("KODE", encodeURIComponent(place.value)));
      }).catch(fail);
    }, fail, { timeout: 15000, maximumAge: 300000 });
  });
})();
