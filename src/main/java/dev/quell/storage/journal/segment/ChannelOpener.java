package dev.quell.storage.journal.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** How a segment's file is opened, for reading and writing; made for its owner alone if it is not there. */
@FunctionalInterface
public interface ChannelOpener {

    /** Opens a file. */
    FileChannel open(Path file) throws IOException;
}
