"""`invoke ping`: tells a WebSub hub which feeds changed, once the site shows them."""
