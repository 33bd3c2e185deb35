package io.sallyport.deployment.pages;

import io.sallyport.authority.Forbidden;
import io.sallyport.authority.Permitted;
import io.sallyport.authority.Person;
import io.sallyport.authority.Role;
import io.sallyport.deployment.EmergencyStops;
import io.sallyport.deployment.InService;
import io.sallyport.deployment.ServicePeriod;
import io.sallyport.models.ModelVersion;
import io.sallyport.models.Models;
import io.sallyport.rules.Refused;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** The emergency stop: one named person stops, a second one decides what follows (F37). */
@Controller
@Permitted({Role.OPERATOR, Role.TECHNICAL_AUTHORITY, Role.AUTHORIZING_OFFICIAL})
@RequestMapping("/models/{name}/{number:[0-9]{1,9}}/stop")
class StopController {

  /**
   * The page before, and after.
   *
   * @param stopped it is stopped: the page is the receipt
   * @param error what is wrong with the grounds; empty: nothing
   */
  record StopPage(
      String version,
      String versionPage,
      String endpoint,
      List<String> consumers,
      boolean stopped,
      String grounds,
      String error) {}

  private final Models models;
  private final InService inService;
  private final EmergencyStops stops;

  StopController(Models models, InService inService, EmergencyStops stops) {
    this.models = models;
    this.inService = inService;
    this.stops = stops;
  }

  @GetMapping
  ModelAndView ask(@PathVariable String name, @PathVariable int number, Person person) {
    ModelVersion version = version(name, number, person);
    Optional<ServicePeriod> period = inService.of(version.id());
    if (period.isEmpty()) {
      return new ModelAndView("redirect:/models/" + version.model() + "/" + version.number());
    }
    return page(version, period.get(), "", "");
  }

  @PostMapping
  ModelAndView stop(
      @PathVariable String name,
      @PathVariable int number,
      @RequestParam(defaultValue = "") String grounds,
      Person person) {
    ModelVersion version = version(name, number, person);
    try {
      stops.stop(version.id(), person, grounds);
    } catch (Refused refused) {
      Optional<ServicePeriod> period = inService.of(version.id());
      boolean aboutGrounds = refused.findings().get(0).subject().equals("grounds");
      if (period.isEmpty() || !aboutGrounds) throw refused;
      String error =
          "It has "
              + refused.findings().get(0).value()
              + "; the limit is "
              + refused.findings().get(0).limit()
              + ".";
      ModelAndView page = page(version, period.get(), grounds, error);
      page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
      return page;
    }
    return new ModelAndView(
        "redirect:/models/" + version.model() + "/" + version.number() + "/stop");
  }

  private static ModelAndView page(
      ModelVersion version, ServicePeriod period, String grounds, String error) {
    ModelAndView page = new ModelAndView("deployment/stop");
    page.addObject(
        "page",
        new StopPage(
            version.model() + " version " + version.number(),
            "/models/" + version.model() + "/" + version.number(),
            period.endpoint(),
            period.consumers(),
            period.suspended(),
            grounds,
            error));
    return page;
  }

  private ModelVersion version(String name, int number, Person person) {
    ModelVersion version =
        models
            .find(name, number)
            .filter(one -> person.belongsTo(one.program()))
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    if (!stops.mayStop(person, version)) {
      throw new Forbidden(
          "emergency-stop/who-may-stop",
          person.username(),
          "none of them in " + version.program(),
          "operator, technical authority or authorizing official of the program");
    }
    return version;
  }
}
