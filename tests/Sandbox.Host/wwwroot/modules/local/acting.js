// Whom the reader acts as. Kept for this tab, so that two tabs may show two people.

const kept = "actingAs";

/** The user who was chosen last and still exists, else the first. */
export const chosenOf = users => users.find(user => user.id === sessionStorage.getItem(kept)) ?? users[0];

/** Goes on as another user. */
export function switchTo(userId) {
  sessionStorage.setItem(kept, userId);
  location.reload();
}
