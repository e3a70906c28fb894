/** What is measured, a class a section of the page. */
@NullMarked
package dev.quell.bench.part;

import org.jspecify.annotations.NullMarked;
