package dev.quell.security.pairs;

import dev.quell.security.audit.Deed;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * What somebody did to another one's account, after which whoever did it may know how to sign in with it.
 *
 * @param who answers for it
 * @param deed {@link Deed#ACCOUNT_MADE}, {@link Deed#ACCOUNT_CHANGED} or {@link Deed#PASSWORD_SET}
 * @param account the account's name
 */
public record Hand(String who, Deed deed, String account, Instant at) {

    /** In words, as {@code li made the account wang on 2026-11-23}. */
    public String words() {
        String did = switch (deed) {
            case ACCOUNT_MADE -> "made the account ";
            case PASSWORD_SET -> "set the password of ";
            default -> "changed the account ";
        };
        return who + " " + did + account + " on " + at.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
