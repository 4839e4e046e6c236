(function () {
"use strict";
function show(id, is_shown) { document.getElementById(id).hidden = !is_shown; }
function tell(is_on) {
show("unable", false);
show("kept", is_on);
show("removed", !is_on);
show("keep", !is_on);
show("remove", is_on);
}
show("absent", !navigator.onLine);
if (!("serviceWorker" in navigator) || !window.caches) { return; }
var here = location.pathname;
function keep() {
navigator.serviceWorker.register("/worker.js").then(function () {
return caches.open("pages");
}).then(function (pages) {
return pages.add(here);
}).then(function () { tell(true); }, function () { show("unable", true); });
}
function remove() {
navigator.serviceWorker.getRegistrations().then(function (found) {
return Promise.all(found.map(function (one) { return one.unregister(); }));
}).then(function () {
return caches.delete("pages");
}).then(function () { tell(false); });
}
document.getElementById("keep").addEventListener("click", keep);
document.getElementById("remove").addEventListener("click", remove);
navigator.serviceWorker.getRegistration("/").then(function (found) { tell(Boolean(found)); });
}());
