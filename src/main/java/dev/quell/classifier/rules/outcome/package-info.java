/** Rules about how a caller's earlier calls went and what people said of them. */
@NullMarked
package dev.quell.classifier.rules.outcome;

import org.jspecify.annotations.NullMarked;
