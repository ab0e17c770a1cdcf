// What the root task hands to a component.
