/** Rules about what goes on around a call: on its trunk, on its line, among its neighbours in the numbering plan. */
@NullMarked
package dev.quell.classifier.rules.context;

import org.jspecify.annotations.NullMarked;
