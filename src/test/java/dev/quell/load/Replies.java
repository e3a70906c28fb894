package dev.quell.load;

import org.jspecify.annotations.Nullable;

/** Asterisk's side of a conversation: carries out one command and replies. */
@FunctionalInterface
public interface Replies {

    /** What Asterisk says to a command that it has carried out. */
    String DONE = "200 result=1\n";

    /** The reply with its line end; null: the caller hangs up instead. */
    @Nullable
    String to(String command);
}
