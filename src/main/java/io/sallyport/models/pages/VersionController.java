package io.sallyport.models.pages;

import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.authority.VersionLink;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.models.ending.Withdrawals;
import io.sallyport.models.pages.VersionPage.Live;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A model version: where it stands, what was found, where it comes from (W1, F31). */
@Controller
@RequestMapping("/models/{name}/{number:[0-9]{1,9}}")
class VersionController {

  /** Seconds until a page that watches a version on its way asks again. */
  private static final int REFRESH_SECONDS = 5;

  /** A page that is left open asks no longer than this. */
  private static final Duration LIVE_MAX = Duration.ofMinutes(15);

  private final Models models;
  private final VersionPages pages;
  private final Withdrawals withdrawals;
  private final Clock clock;

  VersionController(Models models, VersionPages pages, Withdrawals withdrawals, Clock clock) {
    this.models = models;
    this.pages = pages;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  @Permitted
  @GetMapping
  String show(
      @PathVariable String name,
      @PathVariable int number,
      @RequestParam(defaultValue = "on") String live,
      @RequestParam(defaultValue = "0") long since,
      Person person,
      HttpServletResponse response,
      Model model) {
    ModelVersion version = version(name, number, person);
    VersionPage page = pages.of(version, person, live(version, live, since));
    if (page.live().isOn()) response.setHeader("Refresh", page.live().refresh());
    model.addAttribute("page", page);
    return "models/version";
  }

  @Permitted(Role.ML_ENGINEER)
  @PostMapping("/withdraw")
  String withdraw(@PathVariable String name, @PathVariable int number, Person person) {
    ModelVersion version = version(name, number, person);
    withdrawals.withdraw(version.id(), person);
    return "redirect:" + VersionLink.of(version.id());
  }

  /** Its own requests carry {@code watch}, so that they keep no session alive. */
  private Live live(ModelVersion version, String asked, long since) {
    if (!asked.equals("on")) return new Live("off", "");
    Instant now = clock.instant();
    Instant began = since == 0 ? now : Instant.ofEpochSecond(Math.min(since, now.getEpochSecond()));
    if (Duration.between(began, now).compareTo(LIVE_MAX) >= 0) return new Live("over", "");
    String address = VersionLink.of(version.id()) + "?watch=1&since=" + began.getEpochSecond();
    return new Live("on", REFRESH_SECONDS + "; url=" + address);
  }

  private ModelVersion version(String name, int number, Person person) {
    return models
        .find(name, number)
        .filter(version -> person.belongsTo(version.program()))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
