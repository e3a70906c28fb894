package dev.quell.bench.page;

import java.io.IOException;
import java.util.List;

/** One section of the page. */
public interface Part {

    /** A word that names it on the command line and marks its place in the page. */
    String key();

    /** Its heading. */
    String heading();

    /** Measures, and gives the section's lines in Markdown. */
    List<String> measure(Plan plan) throws IOException, InterruptedException;
}
