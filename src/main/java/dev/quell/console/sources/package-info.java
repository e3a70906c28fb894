/** Who calls most and disturbs most. */
@NullMarked
package dev.quell.console.sources;

import org.jspecify.annotations.NullMarked;
