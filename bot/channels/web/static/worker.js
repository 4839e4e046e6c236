self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });
self.addEventListener("fetch", function (event) {
var asked = event.request;
var address = new URL(asked.url);
var locale = address.pathname.split("/")[1];
if (asked.method !== "GET" || asked.mode !== "navigate" || address.origin !== self.location.origin) { return; }
if (known.locales.indexOf(locale) < 0 && locale !== "offline") { return; }
event.respondWith(caches.open("pages").then(function (pages) {
return fetch(asked).then(function (answer) {
if (answer.ok) { pages.put(address.pathname, answer.clone()); }
return answer;
}, function () {
return pages.match(address.pathname).then(function (kept) {
return kept || pages.match("/offline/" + locale).then(function (page) {
return page || Response.error();
});
});
});
}));
});
