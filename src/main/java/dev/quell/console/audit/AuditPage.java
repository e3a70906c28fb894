package dev.quell.console.audit;

import dev.quell.console.shell.Times;
import dev.quell.security.audit.AuditEntry;
import dev.quell.security.audit.AuditLog;
import dev.quell.security.audit.AuditQuery;
import dev.quell.security.audit.AuditQuery.Place;
import dev.quell.security.audit.Deed;
import dev.quell.security.masking.Masking;
import dev.quell.security.masking.Questions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /audit}: what people did, newest first, with filters in the address. */
@Controller
class AuditPage {
    private static final int ROWS = 100;
    private static final int LONGEST = 200;

    private final AuditLog log;
    private final Questions questions;
    private final Times times;
    private final AuditWords words;

    AuditPage(AuditLog log, Questions questions, Times times, AuditWords words) {
        this.words = words;
        this.log = log;
        this.questions = questions;
        this.times = times;
    }

    /** The filters as the address has them; what cannot be read filters nothing. */
    record Filter(
            @Nullable String who,
            @Nullable String deed,
            @Nullable String subject,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {}

    @GetMapping("/audit")
    String show(Filter filter, Locale locale, Model model) {
        text(filter.subject()).ifPresent(questions::look);
        List<AuditEntry> found = log.page(new AuditQuery(
                text(filter.who()),
                text(filter.deed()).flatMap(Deed::of),
                text(filter.subject()),
                text(filter.from()).flatMap(times::read),
                text(filter.to()).flatMap(times::read),
                text(filter.after()).flatMap(AuditPage::place),
                ROWS + 1));
        List<AuditEntry> rows = found.stream().limit(ROWS).toList();
        model.addAttribute(
                        "rows", rows.stream().map(entry -> row(entry, locale)).toList())
                .addAttribute(
                        "deeds", Arrays.stream(Deed.values()).map(Deed::word).toList())
                .addAttribute("who", text(filter.who()).orElse(""))
                .addAttribute("deed", text(filter.deed()).orElse(""))
                .addAttribute("subject", text(filter.subject()).orElse(""))
                .addAttribute("from", text(filter.from()).orElse(""))
                .addAttribute("to", text(filter.to()).orElse(""))
                .addAttribute("next", found.size() > ROWS ? place(rows.getLast()) : null);
        return "audit/audit";
    }

    /**
     * An entry as it is shown.
     *
     * @param subject masked, its closed words in the language of the page, as {@code before} and {@code after}
     */
    record Row(
            long id, Instant at, String who, Deed deed, String subject, String before, String after, String address) {}

    private Row row(AuditEntry entry, Locale locale) {
        return new Row(
                entry.id(),
                entry.at(),
                entry.who(),
                entry.deed(),
                words.translated(entry.deed(), Cell.SUBJECT, Masking.text(entry.subject()), locale),
                words.translated(entry.deed(), Cell.BEFORE, Masking.text(entry.before()), locale),
                words.translated(entry.deed(), Cell.AFTER, Masking.text(entry.after()), locale),
                entry.address());
    }

    private static Optional<String> text(@Nullable String given) {
        return Optional.ofNullable(given)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.length() <= LONGEST);
    }

    private static String place(AuditEntry entry) {
        return entry.at().toEpochMilli() + "-" + entry.id();
    }

    private static Optional<Place> place(String text) {
        return Optional.of(text)
                .filter(given -> given.matches("[0-9]{1,15}-[0-9]{1,18}"))
                .map(given -> given.split("-", 2))
                .map(parts -> new Place(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1])));
    }
}
