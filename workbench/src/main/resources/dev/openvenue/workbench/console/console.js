const token = new URLSearchParams(location.hash.slice(1)).get("token");

const answer = await fetch("api/venues", { headers: { Authorization: `Bearer ${token}` } });
const document_ = await answer.json();
for (const venue of document_.venues ?? []) {
  const item = document.createElement("li");
  item.textContent = `${venue.id}: ${venue.baseUrl}`;
  document.getElementById("venues").append(item);
}
