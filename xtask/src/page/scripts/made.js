// An element with its attributes and what stands in it: texts and other elements.
globalThis.onePlanMade ??= (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};
