/** The rules: one class, one symbol, one line of the catalogue each. */
@NullMarked
package dev.quell.classifier.rules;

import org.jspecify.annotations.NullMarked;
