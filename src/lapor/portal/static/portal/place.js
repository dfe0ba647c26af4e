// The place of a report: where the person stands, where a photograph was taken, or a pin on the map, each
// turned into the name of a place by our own server. The map is fetched only when it is opened.
(function () {
  "use strict";
  var form = document.querySelector("form[data-submit]");
  var here = form && form.querySelector("[data-here]");
  if (!here) { return; }
  var text = form.elements.place_text;
  var code = form.querySelector("input[type=hidden][name=place]");
  var latitude = form.elements.place_latitude, longitude = form.elements.place_longitude;
  var later = form.querySelector("[data-map-later]"), box = form.querySelector("[data-map]");
  var map = null, pin = null, drawn = null, district = "";  // `district` is where the pin stands

  function nameOf(point) {
    var url = here.dataset.here + "?lat=" + point.latitude + "&lng=" + point.longitude;
    return fetch(url, { headers: { Accept: "application/json" } }).then(function (answer) {
      return answer.ok ? answer.json() : null;
    });
  }

  function write(place) {
    // A village that was chosen is more exact than the district around the point.
    if (code.value && code.value.indexOf(place.value) === 0) { return; }
    // Words that name no place we know may say exactly where: they are kept as the street.
    var words = text.value.trim(), street = form.elements.street;
    if (words && !code.value && !street.value.trim()) { street.value = words.slice(0, 200); }
    text.value = place.label;
    code.value = place.value;
    text.dispatchEvent(new Event("change", { bubbles: true }));
    near();
  }

  // The pin says exactly where; the name says it to people, and may be mended by hand.
  function use(point) {
    latitude.value = point.latitude.toFixed(6);
    longitude.value = point.longitude.toFixed(6);
    if (pin) { pin.put(point.latitude, point.longitude, true); }
    return nameOf(point).then(take);
  }

  function take(place) {
    district = place ? place.value : "";
    if (place) {
      write(place);
      offerVillage(place);
    }
    return place !== null;
  }

  function offerVillage(place) {
    var line = form.querySelector("[data-village]"), button = line.querySelector("[data-village-use]");
    form.querySelector("[data-photo-offer]").hidden = true;
    line.hidden = !place.village || code.value !== place.value;
    if (line.hidden) { return; }
    button.textContent = place.village.name + "?";
    button.onclick = function () { write(place.village); line.hidden = true; };
  }

  // --- where the person stands
  if (navigator.geolocation) {
    var row = form.querySelector("[data-here-row]"), note = form.querySelector("[data-here-note]");
    row.hidden = false;
    here.addEventListener("click", function () {
      note.textContent = note.dataset.busyText;
      navigator.geolocation.getCurrentPosition(function (found) {
        use(found.coords).then(function (known) { note.textContent = known ? "" : note.dataset.failedText; },
          function () { note.textContent = note.dataset.failedText; });
      }, function () { note.textContent = note.dataset.failedText; }, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
    });
  }

  // --- where a photograph was taken: asked, never taken
  form.addEventListener("lapor:photo-place", function (event) {
    var offer = form.querySelector("[data-photo-offer]");
    event.stopPropagation();
    nameOf(event.detail).then(function (place) {
      if (!place || code.value) { return; }
      offer.querySelector("[data-photo-label]").textContent = place.label;
      offer.hidden = false;
      offer.querySelector("[data-photo-use]").onclick = function () { use(event.detail); offer.hidden = true; };
    }).catch(function () {});
  });

  // --- the agencies of the place come first
  function near() {
    var agencies = form.querySelector("[data-near]").closest("[data-typeahead]");
    agencies.dataset.typeahead = agencies.dataset.typeahead.split("?")[0] + (code.value ? "?dekat=" + code.value : "");
  }
  form.addEventListener("lapor:picked", function (event) {
    if (event.target !== text) { return; }
    form.querySelector("[data-village]").hidden = form.querySelector("[data-photo-offer]").hidden = true;
    near();
    // A pin stays in a place that it only says more exactly, and goes with one that is elsewhere.
    if (latitude.value && code.value.indexOf(district) !== 0 && district.indexOf(code.value) !== 0) {
      latitude.value = longitude.value = "";
      if (pin) { pin.lift(); }
    }
    if (map) { look(); }
  });
  near();

  // --- the map
  if (!later) { return; }
  later.hidden = false;
  box.addEventListener("lapor:place", function (event) {
    nameOf(event.detail).then(take).catch(function () {});
  });
  box.addEventListener("lapor:map", function (event) {
    map = event.detail.map;
    pin = event.detail;
    map.on("moveend", draw);
    look();
    draw();
  });

  // The map goes to the place that is written, unless a pin says it better.
  function look() {
    if (!code.value || latitude.value) { return; }
    fetch(later.dataset.outlines + "?kode=" + code.value).then(function (answer) { return answer.json(); }).then(function (areas) {
      var bounds = window.L.geoJSON(areas).getBounds();
      if (bounds.isValid()) { map.fitBounds(bounds); }
    }).catch(function () {});
  }
  later.addEventListener("toggle", function () {
    var row = form.querySelector("[data-here-row]");
    row.hidden = later.open && map !== null || !navigator.geolocation;
    if (!later.open || map || later.dataset.loading) { return; }
    later.dataset.loading = "1";
    if (latitude.value) { box.dataset.latitude = latitude.value; box.dataset.longitude = longitude.value; }
    load(later.dataset.mapLater.split(" ")).then(function () { row.hidden = true; }, function () { delete later.dataset.loading; });
  });

  function load(addresses) {
    return addresses.reduce(function (before, address) {
      return before.then(function () {
        return new Promise(function (done, failed) {
          var isStyle = /\.css(\?|$)/.test(address);
          var part = document.createElement(isStyle ? "link" : "script");
          if (isStyle) { part.rel = "stylesheet"; part.href = address; } else { part.src = address; }
          part.onload = done;
          part.onerror = function () { part.remove(); failed(); };
          document.head.appendChild(part);
        });
      });
    }, Promise.resolve());
  }

  function draw() {
    var view = map.getBounds().pad(0.2);
    var query = new URLSearchParams({
      barat: view.getWest().toFixed(3), selatan: view.getSouth().toFixed(3),
      timur: view.getEast().toFixed(3), utara: view.getNorth().toFixed(3)
    });
    fetch(later.dataset.outlines + "?" + query).then(function (answer) { return answer.json(); }).then(function (areas) {
      if (drawn) { drawn.remove(); }
      var many = areas.features.length > 30;
      drawn = window.L.geoJSON(areas, {
        interactive: false,
        style: { className: "lp-area" },
        onEachFeature: function (area, layer) {
          if (!many && area.properties.name) {
            layer.bindTooltip(area.properties.name, { permanent: true, direction: "center", className: "lp-areaname" });
          }
        }
      }).addTo(map);
    }).catch(function () {});
  }
})();
