package dev.quell.reporting.sending;

import java.util.Optional;

/** The port to the mail server. */
interface Post {

    /**
     * Hands a mail over.
     *
     * @return why it was not taken; empty if it was
     */
    Optional<Refusal> send(Letter letter);

    /**
     * A report for one recipient.
     *
     * @param id the same at each attempt, so that a mail that comes twice is known as one; no characters but letters, digits, dots and hyphens
     */
    record Letter(String id, String to, SentReport report) {}

    /**
     * Why a mail was not taken.
     *
     * @param lasting whether another attempt would come to the same: the address is none
     */
    record Refusal(String why, boolean lasting) {}
}
