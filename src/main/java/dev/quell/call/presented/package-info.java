/** Makes a call of what a switch says about it: numbers read, headers taken apart, callers' text filtered. The same for every kind of switch. */
@NamedInterface("presented")
@NullMarked
package dev.quell.call.presented;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
