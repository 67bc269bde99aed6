// Tells the site that its page is shown, once it is seen. A return by "back" is a view again.
const { page, tell } = document.querySelector("[data-tell]").dataset;
let told;

function shown() {
  if (told || document.prerendering || document.hidden) return;
  told = true;
  navigator.sendBeacon?.(tell, page);
}

document.addEventListener("visibilitychange", shown);
document.addEventListener("prerenderingchange", shown);
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) told = false;
  shown();
});
shown();
