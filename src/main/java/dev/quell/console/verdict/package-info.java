/** Verdicts, their evidence and list entries as pages show them. */
@NullMarked
package dev.quell.console.verdict;

import org.jspecify.annotations.NullMarked;
