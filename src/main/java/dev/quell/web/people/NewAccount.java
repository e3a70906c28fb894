package dev.quell.web.people;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An account that somebody wants made or changed, for the interface's description. When one is made all but agent are needed; when one is changed what is
 * not given stays.
 *
 * @param roles words parted by blanks: admin, security, auditor, agent
 * @param agent the agent's interface in Asterisk; {@code -} takes it away
 * @param disabled true: nobody may sign in with it
 */
record NewAccount(
        @Schema(example = "li.na") String name,
        @Schema(example = "Li Na") String fullName,
        @Schema(example = "agent") String roles,
        @Schema(example = "PJSIP/1001") String agent,
        String password,
        String disabled) {}
