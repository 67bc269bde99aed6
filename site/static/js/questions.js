// The list of questions follows the reading: the last question above the middle of the screen
// is the one being read.
const links = new Map(
  [...document.querySelectorAll(".questions a")].map((link) => [link.hash.slice(1), link]),
);
let current;

function mark(id) {
  links.get(current)?.removeAttribute("aria-current");
  links.get(id)?.setAttribute("aria-current", "location");
  current = id;
}

const seen = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) if (isIntersecting) mark(target.id);
  },
  { rootMargin: "-35% 0px -65%" },
);
for (const id of links.keys()) seen.observe(document.getElementById(id));
