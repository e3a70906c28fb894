package dev.quell.web.reports;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A schedule that somebody wants, for the interface's description.
 *
 * @param every daily, of the day before; or weekly, of the seven days before
 * @param day of the week on which a weekly one is sent; monday if not given
 * @param at the time of day from which on it is sent; 07:00 if not given
 * @param mail addresses, parted by blanks; 20 at most
 * @param webhook whether webhooks are told, as report.made
 * @param language en or zh; en if not given
 */
record NewSchedule(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "weekly")
        String every,

        @Schema(example = "monday") String day,
        @Schema(example = "07:00") String at,
        @Schema(example = "lead@example.org") String mail,
        @Schema(example = "false") boolean webhook,
        @Schema(example = "en") String language) {}
