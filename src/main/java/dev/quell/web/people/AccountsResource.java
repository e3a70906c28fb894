package dev.quell.web.people;

import dev.quell.security.people.Account;
import dev.quell.security.people.Accounts;
import dev.quell.security.people.LastAdminException;
import dev.quell.security.people.OutsideAccountException;
import dev.quell.security.people.PasswordRules;
import dev.quell.security.people.Role;
import dev.quell.security.people.Staff;
import dev.quell.security.people.Staff.Change;
import dev.quell.security.people.TooBusyException;
import dev.quell.web.idempotency.Done;
import dev.quell.web.input.Clean;
import dev.quell.web.input.Input;
import dev.quell.web.input.Inputs;
import dev.quell.web.input.Readers;
import dev.quell.web.paging.InPages;
import dev.quell.web.paging.Paging;
import dev.quell.web.paging.Part;
import dev.quell.web.paging.Spot;
import dev.quell.web.problem.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** {@code /api/v1/accounts}: who may sign in, by name. */
@RestController
@RequestMapping("/api/v1/accounts")
class AccountsResource {
    private static final Paging<Spot> PAGING = Paging.bySpot("accounts", 100, 1000);
    private static final int TEXT = 100;

    private final Accounts accounts;
    private final Staff staff;

    AccountsResource(Accounts accounts, Staff staff) {
        this.accounts = accounts;
        this.staff = staff;
    }

    @Operation(summary = "Accounts by name, disabled ones too")
    @Parameter(
            in = ParameterIn.QUERY,
            name = "limit",
            description = "accounts, 1 to 1000; 100 if not given",
            schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "1000", defaultValue = "100"))
    @InPages
    @GetMapping
    ResponseEntity<List<AccountView>> list(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> query) {
        Input input = Inputs.query(query, Paging.PAGE, Paging.LIMIT);
        Part<Spot> part = PAGING.read(input);
        input.throwIfFaulty();
        return part.answer(
                query,
                Part.behind(part, accounts.all(), AccountsResource::spot),
                AccountsResource::spot,
                AccountView::of);
    }

    private static Spot spot(Account account) {
        return new Spot(0, account.name());
    }

    @Operation(summary = "Makes an account")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<AccountView> make(
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewAccount.class)))
                    @RequestBody
                    JsonNode body)
            throws TooBusyException {
        Input input = Inputs.body(body, "name", "fullName", "roles", "agent", "password");
        Optional<String> name = input.required("name", "what is typed at sign-in", AccountsResource::name);
        Change wanted = change(input, name.orElse(""), true);
        input.throwIfFaulty();
        Account made = staff.add(name.orElseThrow(), wanted)
                .orElseThrow(() -> ProblemException.conflict("There is an account of that name already."));
        Done.note();
        return ResponseEntity.created(URI.create("/api/v1/accounts/" + made.name()))
                .body(AccountView.of(made));
    }

    @Operation(
            summary =
                    "Changes an account; what is not given stays. A new password or disabling ends its sessions; the person has to replace a password that is set here")
    @PatchMapping(path = "/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    AccountView change(
            @PathVariable String name,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = NewAccount.class)))
                    @RequestBody
                    JsonNode body)
            throws TooBusyException {
        Input input = Inputs.body(body, "fullName", "roles", "agent", "password", "disabled");
        Change wanted = change(input, name, false);
        input.throwIfFaulty();
        try {
            return staff.change(name, wanted)
                    .map(AccountView::of)
                    .orElseThrow(() -> ProblemException.notFound("There is no account of that name."));
        } catch (LastAdminException | OutsideAccountException e) {
            throw ProblemException.conflict(String.valueOf(e.getMessage()));
        }
    }

    /** The queue for passwords is full. */
    @ExceptionHandler(TooBusyException.class)
    ResponseEntity<ProblemDetail> busy() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, "5")
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(ProblemDetail.forStatusAndDetail(
                        HttpStatus.SERVICE_UNAVAILABLE, "Too many passwords are being checked; send it again in 5 s."));
    }

    private Change change(Input input, String name, boolean whole) {
        Optional<String> fullName = whole
                ? input.required("fullName", "as the person is addressed", AccountsResource::fullName)
                : input.optional("fullName", AccountsResource::fullName);
        Optional<Set<Role>> roles = whole
                ? input.required("roles", "admin, security, auditor or agent", AccountsResource::roles)
                : input.optional("roles", AccountsResource::roles);
        Optional<String> password = whole
                ? input.required("password", "12 characters or more", text -> password(text, name))
                : input.optional("password", text -> password(text, name));
        Optional<String> agent = input.optional("agent", AccountsResource::agent);
        return new Change(fullName, roles, agent, password, input.optional("disabled", Readers::yes));
    }

    private String password(String text, String name) {
        staff.fault(text, name).ifPresent(fault -> {
            throw new IllegalArgumentException(
                    switch (fault) {
                        case SHORT -> "is too short: " + PasswordRules.LEAST + " characters or more";
                        case LONG -> "is too long: " + PasswordRules.MOST + " characters at most";
                        case COMMON -> "is one that everybody tries";
                        case OWN -> "is little more than the account's name";
                        case SAME -> "has fewer than five different characters";
                    });
        });
        return text;
    }

    private static String name(String text) {
        if (!Account.isName(text)) {
            throw new IllegalArgumentException(
                    "takes 2 to 40 small letters, digits, points, dashes and underlines, begun by a letter, and is not api");
        }
        return text;
    }

    private static String fullName(String text) {
        String clean = Clean.text(text, TEXT);
        if (!Account.isFullName(clean)) {
            throw new IllegalArgumentException("takes 1 to 80 characters");
        }
        return clean;
    }

    private static String agent(String text) {
        if (!text.equals("-") && !Account.isAgent(text)) {
            throw new IllegalArgumentException(Clean.shown(text) + " is not an agent's interface such as PJSIP/1001");
        }
        return text;
    }

    private static Set<Role> roles(String text) {
        return Arrays.stream(text.strip().split("[ ,]+"))
                .map(word -> Role.of(word)
                        .orElseThrow(() -> new IllegalArgumentException(
                                Clean.shown(word) + " is no role; there are admin, security, auditor, agent")))
                .collect(Collectors.toSet());
    }
}
