/** What an entry of the lists would have meant for the calls of late. */
@NamedInterface("forecast")
@NullMarked
package dev.quell.calllog.forecast;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
