/** What goes on at this moment: the calls that live, what is done to them, and the streams that tell open pages that something changed. */
@NamedInterface("live")
@NullMarked
package dev.quell.console.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
