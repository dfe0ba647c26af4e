// bundle: map
// A pin on our own boundaries: no tile server. Needs Leaflet; without it, or without script, the place is typed.
(function () {
  "use strict";
  var L = window.L;
  if (!L) { return; }

  document.querySelectorAll("[data-map]").forEach(function (box) {
    var canvas = box.querySelector(".lp-mapbox__map");
    var inputs = box.querySelectorAll("input[type=hidden]");
    var data = box.dataset;
    var INDONESIA = [[-11.1, 94.9], [6.2, 141.1]];
    var pin = null;
    canvas.hidden = false;
    var map = L.map(canvas, { attributionControl: false, scrollWheelZoom: false, minZoom: 4, maxZoom: 19, maxBounds: L.latLngBounds(INDONESIA).pad(0.2) });

    var drawing = L.divIcon({ className: "lp-pin", iconSize: [30, 40], iconAnchor: [15, 39], html: '<svg viewBox="0 0 30 40" aria-hidden="true"><path d="M15 39C12 28 2 25 2 14a13 13 0 0 1 26 0c0 11-10 14-13 25z"/><circle cx="15" cy="14" r="5"/></svg>' });

    function put(latitude, longitude, move) {
      var at = [latitude, longitude];
      if (!pin) {
        pin = L.marker(at, { icon: drawing, draggable: true, keyboard: true }).addTo(map);
        pin.getElement().setAttribute("aria-label", canvas.dataset.pin);
        pin.on("dragend", function () { var now = pin.getLatLng(); write(now.lat, now.lng); });
      }
      pin.setLatLng(at);
      if (move) { map.setView(at, Math.max(map.getZoom() || 0, +data.zoom)); }
    }

    function lift() {
      if (pin) { pin.remove(); pin = null; }
    }

    function write(latitude, longitude) {
      inputs[0].value = latitude.toFixed(6);
      inputs[1].value = longitude.toFixed(6);
      box.dispatchEvent(new CustomEvent("lapor:place", { bubbles: true, detail: { latitude: latitude, longitude: longitude } }));
    }

    if (data.latitude) {
      map.setView([+data.latitude, +data.longitude], +data.zoom);
      put(+data.latitude, +data.longitude);
    } else { map.fitBounds(INDONESIA); }

    box.dispatchEvent(new CustomEvent("lapor:map", { bubbles: true, detail: { map: map, put: put, lift: lift } }));
    map.on("click", function (event) { put(event.latlng.lat, event.latlng.lng); write(event.latlng.lat, event.latlng.lng); });

    function use(place) { put(place.latitude, place.longitude, true); write(place.latitude, place.longitude); }

    // “Use my location”: only on a press.
    var here = box.querySelector("[data-locate]");
    if (here && navigator.geolocation) {
      here.hidden = false;
      here.addEventListener("click", function () {
        here.dataset.busy = "1";
        navigator.geolocation.getCurrentPosition(
          function (found) { delete here.dataset.busy; use(found.coords); },
          function () { delete here.dataset.busy; var failed = box.querySelector("[data-locate-failed]"); if (failed) { failed.hidden = false; } },
          { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
      });
    }
  });
})();
