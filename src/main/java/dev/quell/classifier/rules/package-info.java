/** The rules: one class a kind of rule, one line of the catalogue a symbol. */
@NamedInterface("rules")
@NullMarked
package dev.quell.classifier.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
