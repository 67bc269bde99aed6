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

// 2. The list of questions follows the reading: the last question above a line at a third,
// in the middle of a list that is longer than the window.
const exchanges = [...document.querySelectorAll(".exchange[id]")];
let current;

function follow() {
  const read = exchanges.findLast((one) => one.getBoundingClientRect().top < innerHeight * 0.35);
  current?.removeAttribute("aria-current");
  current = read && document.querySelector(`.questions a[href="#${read.id}"]`);
  current?.setAttribute("aria-current", "location");
  const list = current?.closest("nav");
  if (list) list.scrollTop = current.offsetTop - list.clientHeight / 2;
}

document.querySelector(".to-questions")?.addEventListener("click", () => {
  document.querySelector(".questions details").open = true;
});

const seen = new IntersectionObserver(follow, { rootMargin: "-35% 0px -65%" });
for (const one of exchanges) seen.observe(one);
addEventListener("scrollend", follow); // after a leap from one gap to another
