/** Rules about how often and how widely a caller calls. */
@NullMarked
package dev.quell.classifier.rules.volume;

import org.jspecify.annotations.NullMarked;
