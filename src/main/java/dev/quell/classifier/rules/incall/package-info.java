/** Rules about what was heard in the call itself. */
@NullMarked
package dev.quell.classifier.rules.incall;

import org.jspecify.annotations.NullMarked;
