/** Sound as numbers: read from WAV, measured, brought to a level and a rate, and written in the formats of telephones. */
@NamedInterface("audio")
@NullMarked
package dev.quell.prompt.audio;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
