// Puts the player in the place of its link. Before that click nothing of the host is loaded.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.(".video__start");
  const player = link?.parentElement.querySelector("template");
  if (!player || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const frame = player.content.firstElementChild.cloneNode(true);
  link.replaceWith(frame);
  frame.focus();
});
