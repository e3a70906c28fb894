package dev.quell.security.tokens;

import dev.quell.call.FairTime;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import dev.quell.security.people.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The tokens of programs. Answered from memory; a change is durable before it counts. Beside them the installation's own token opens everything. */
@Component
public final class Tokens implements InitializingBean {

    /** Longest time that a token may hold. */
    public static final Duration LONGEST = Duration.ofDays(730);

    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int ID = 12;
    private static final int RANDOM_BYTES = 32;

    private final TokenStore store;
    private final Audit audit;
    private final Clock clock;
    private final FairTime time;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> byHash = new ConcurrentHashMap<>();
    private final Map<String, Instant> uses = new ConcurrentHashMap<>();

    Tokens(TokenStore store, Audit audit, Clock clock, ObjectProvider<FairTime> time) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.time = time.getIfAvailable(FairTime::trusting);
    }

    /**
     * A token that was just made.
     *
     * @param text what a program sends; it is shown now and never again
     */
    public record Made(Token token, String text) {
        @Override
        public String toString() {
            return "Made[token=" + token.id() + "]";
        }
    }

    /** Reads what was kept. */
    @Override
    public void afterPropertiesSet() {
        heard(store.all());
        uses.putAll(store.uses());
    }

    /** All there are, revoked and past ones too, newest first. */
    public List<Token> all() {
        return byHash.values().stream()
                .sorted(Comparator.comparing(Token::createdAt)
                        .thenComparing(Token::id)
                        .reversed())
                .toList();
    }

    /** When this instance saw a token last, to the minute. */
    public Optional<Instant> seen(Token token) {
        return Optional.ofNullable(uses.get(token.id()));
    }

    /** Whether somebody may give some scopes: no token gives another one the power to act alone. */
    public static boolean mayGive(Set<Scope> scopes, String by) {
        return !scopes.contains(Scope.LISTS_ALONE) || !by.startsWith(Token.PROGRAM);
    }

    /**
     * Makes a token. It holds, and the audit has it, or neither.
     *
     * @throws IllegalArgumentException if it {@linkplain #mayGive may not be given}
     */
    public Made make(String name, Set<Scope> scopes, Instant until, String by) {
        if (!mayGive(scopes, by)) {
            throw new IllegalArgumentException("no token gives another one " + Scope.LISTS_ALONE.word());
        }
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String id = random.ints(ID, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
        String text =
                "quell_" + id + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Token token = new Token(
                id,
                name,
                scopes,
                hash(text),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                by,
                until,
                Optional.empty(),
                Optional.empty());
        store.add(token, audit.entry(Deed.TOKEN_MADE, token.subject(), "", token.words()));
        byHash.put(token.hash(), token);
        return new Made(token, text);
    }

    /** Revokes a token; empty if there is none or it was revoked before. */
    public Optional<Token> revoke(String id, String by) {
        Optional<Token> revoked = all().stream()
                .filter(token -> token.id().equals(id))
                .findFirst()
                .flatMap(token -> store.revoke(
                        id, by, clock.instant(), audit.entry(Deed.TOKEN_REVOKED, token.subject(), token.words(), "")));
        revoked.ifPresent(this::keep);
        return revoked;
    }

    /** The tokens that somebody made and that hold still. */
    public List<Token> heldOf(String who) {
        Instant now = clock.instant();
        return all().stream()
                .filter(token -> token.createdBy().equals(who) && token.holds(now))
                .toList();
    }

    /**
     * Who answers for what somebody did: of a token whoever made it, also by other tokens; all others for themselves.
     *
     * @param who the id of a {@link Person}
     */
    public String owner(String who) {
        String found = who;
        // A chain is as long as there are tokens at most: each was made after the one that made it.
        for (int left = byHash.size(); left > 0 && found.startsWith(Token.PROGRAM); left--) {
            String id = found.substring(Token.PROGRAM.length());
            found = byHash.values().stream()
                    .filter(token -> token.id().equals(id))
                    .map(Token::createdBy)
                    .findFirst()
                    .orElse(found);
        }
        return found;
    }

    /**
     * Whether what somebody said counts as far as it depends on a token: it was said with none, or with one that holds.
     *
     * @param who the id of a {@link Person}
     */
    public boolean holds(String who) {
        Instant now = time.against(clock.instant());
        return !who.startsWith(Token.PROGRAM)
                || byHash.values().stream()
                        .anyMatch(token -> who.equals(Token.PROGRAM + token.id()) && token.holds(now));
    }

    /** Another instance was told of tokens; here they are durable already. */
    public void heard(Collection<Token> tokens) {
        tokens.forEach(this::keep);
    }

    /** What is revoked stays so, whatever was read before. */
    private void keep(Token token) {
        byHash.merge(token.hash(), token, (kept, heard) -> kept.revokedAt().isPresent() ? kept : heard);
    }

    /** Whoever sends a text; empty if it is no token that holds. One whose time was over is over also by a clock that is behind. */
    public Optional<Person> person(String text) {
        Token token = byHash.get(hash(text));
        Instant now = clock.instant();
        if (token == null || !token.holds(time.against(now))) {
            return Optional.empty();
        }
        seen(token, now.truncatedTo(ChronoUnit.MINUTES));
        return Optional.of(token.person());
    }

    private void seen(Token token, Instant minute) {
        if (!minute.equals(uses.put(token.id(), minute))) {
            store.seen(Map.of(token.id(), minute));
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
