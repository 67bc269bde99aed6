// Two small things in one file, because each file costs a phone a request.

// 1. A page that is seen says so (audience/). A return by "back" is a view again.
const place = document.querySelector("[data-tell]");
let told;

function tell() {
  if (!place || told || document.prerendering || document.hidden) return;
  told = true;
  navigator.sendBeacon?.(place.dataset.tell, place.dataset.page);
}

document.addEventListener("visibilitychange", tell);
document.addEventListener("prerenderingchange", tell);
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) told = false;
  tell();
});
tell();

// 2. The list of questions follows the reading.
const links = new Map(
  [...document.querySelectorAll(".questions a")].map((link) => [link.hash.slice(1), link]),
);
let current;

const seen = new IntersectionObserver(
  (entries) => {
    const read = entries.find((entry) => entry.isIntersecting);
    if (!read) return;
    links.get(current)?.removeAttribute("aria-current");
    current = read.target.id;
    links.get(current).setAttribute("aria-current", "location");
  },
  { rootMargin: "-35% 0px -65%" },
);
for (const id of links.keys()) seen.observe(document.getElementById(id));
