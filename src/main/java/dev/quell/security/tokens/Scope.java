package dev.quell.security.tokens;

import dev.quell.security.people.Right;
import dev.quell.security.people.Role;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a program's token is for. */
public enum Scope {
    /** The call log, sources and what goes on now. */
    CALLS_READ("calls:read"),
    /** The block list, the allow list and known callers. */
    LISTS_READ("lists:read"),
    /** To make and end entries and known callers; reads them too. */
    LISTS_WRITE("lists:write"),
    /** To make on one's own word what two people are needed for, beside {@code lists:write}; {@link #ADMIN} does not include it. */
    LISTS_ALONE("lists:alone"),
    /** The agents' flags. */
    FLAGS_READ("flags:read"),
    /** To raise flags and take them back; reads them too. */
    FLAGS_WRITE("flags:write"),
    /** What would happen to a number, and screening for switches other than Asterisk. */
    SCREEN("screen"),
    /** Reports, and the catalogue of symbols. */
    REPORTS_READ("reports:read"),
    /** To try and to save weights and thresholds; reads them too. */
    RULES_WRITE("rules:write"),
    /** To put recordings in place; reads lines, scripts and recordings too. */
    TREATMENTS_WRITE("treatments:write"),
    /** To see one number whole at a time, with a reason that is kept. */
    REVEAL("reveal"),
    /** To say which reports are sent to whom, and to send them; reads them too. */
    REPORTS_WRITE("reports:write"),
    /** What people did. */
    AUDIT_READ("audit:read"),
    /** Metrics and the state of health in detail. */
    METRICS_READ("metrics:read"),
    /** To make evidence packs, and to hold records. */
    EVIDENCE("evidence"),
    /** Everything that an administrator may do. */
    ADMIN("admin");

    private final String word;

    Scope(String word) {
        this.word = word;
    }

    /** As the REST interface writes it. */
    public String word() {
        return word;
    }

    /** The scope of a word; empty if there is none. */
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }

    /** What it allows. */
    public Set<Right> rights() {
        return switch (this) {
            case CALLS_READ -> EnumSet.of(Right.CALLS, Right.SOURCES, Right.NOW, Right.UNMASK);
            case LISTS_READ -> EnumSet.of(Right.LISTS, Right.KNOWN, Right.UNMASK);
            case LISTS_WRITE ->
                EnumSet.of(Right.LISTS, Right.KNOWN, Right.BLOCK, Right.ALLOW, Right.KNOW, Right.UNMASK);
            case LISTS_ALONE -> EnumSet.of(Right.ALONE);
            case FLAGS_READ -> EnumSet.of(Right.FLAGS);
            case FLAGS_WRITE -> EnumSet.of(Right.FLAGS, Right.FLAG);
            case SCREEN -> EnumSet.of(Right.TEST, Right.SCREEN);
            case REPORTS_READ -> EnumSet.of(Right.REPORTS, Right.RULES, Right.TREATMENTS);
            case RULES_WRITE -> EnumSet.of(Right.RULES, Right.WEIGH);
            case TREATMENTS_WRITE -> EnumSet.of(Right.TREATMENTS, Right.TREAT);
            case REVEAL -> EnumSet.of(Right.REVEAL);
            case REPORTS_WRITE -> EnumSet.of(Right.REPORTS, Right.SCHEDULE);
            case AUDIT_READ -> EnumSet.of(Right.AUDIT);
            case METRICS_READ -> EnumSet.of(Right.METRICS);
            case EVIDENCE -> EnumSet.of(Right.EVIDENCE, Right.CUSTODY);
            case ADMIN -> Role.ADMIN.rights();
        };
    }

    /** What several allow together. */
    public static Set<Right> rights(Set<Scope> scopes) {
        EnumSet<Right> rights = EnumSet.noneOf(Right.class);
        scopes.forEach(scope -> rights.addAll(scope.rights()));
        return Collections.unmodifiableSet(rights);
    }
}
