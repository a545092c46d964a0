// A model-driven form or view as far as a virtual control sees it. What it does not offer, it refuses by name.
window.host = (() => {
  const registered = new Map();
  const calls = [];
  let mounted = null;
  let stringsRead = 0;

  window.ComponentFramework = { registerControl: (name, control) => registered.set(name, control) };

  /** Calls of the platform, in their order; `reply` gives what each resolves to, or throws what it rejects with. */
  const platformCall = (name, reply) => async (...given) => {
    calls.push({ name, given });
    return reply(...given);
  };

  /** What each control is bound to. */
  const parametersOf = {
    "BuyerPath.Journey": form => ({ journey: only("journey", { raw: form.journey, security: form.security, type: "Multiple" }) }),
    "BuyerPath.Board": form => ({ opportunities: dataSetOf(form) }),
  };

  function dataSetOf(form) {
    const shown = form.rows.slice(0, form.loaded ?? form.rows.length);
    return only("data set", {
      loading: form.loading ?? false,
      error: form.error !== undefined,
      errorMessage: form.error ?? "",
      columns: form.columns.map(name => ({ name })),
      sortedRecordIds: shown.map(row => row.id),
      records: Object.fromEntries(shown.map(row => [row.id, recordOf(row)])),
      paging: only("paging", {
        hasNextPage: shown.length < form.rows.length,
        loadNextPage: () => { calls.push({ name: "loadNextPage", given: [shown.length] }); },
      }),
      openDatasetItem: reference => { calls.push({ name: "openDatasetItem", given: [reference] }); },
    });
  }

  function recordOf({ id, values, texts }) {
    return only("record", {
      getValue: column => values[column] ?? null,
      getFormattedValue: column => texts[column] ?? String(values[column] ?? ""),
      getNamedReference: () => ({ id: { guid: id }, entityType: "opportunity", name: texts.name }),
    });
  }

  /** Of controls of others, by their names: makes the context from what the form gives. */
  const foreign = {};

  function contextOf(form) {
    return foreign[mounted.name]?.(form) ?? only("context", {
      parameters: only("parameters", parametersOf[mounted.name](form)),
      mode: only("mode", {
        isControlDisabled: form.readOnly ?? false,
        allocatedWidth: form.width ?? -1,
        trackContainerResize: () => undefined,
      }),
      client: only("client", {
        getClient: () => form.client ?? "Web",
        isOffline: () => form.offline ?? false,
        isNetworkAvailable: () => !(form.offline ?? false),
      }),
      userSettings: only("userSettings", { isRTL: form.rightToLeft ?? false }),
      resources: only("resources", {
        getString: key => {
          stringsRead += 1;
          return form.strings[key] ?? key;
        },
      }),
      formatting: only("formatting", {
        formatDateShort: day => dates(form.strings.Locale).format(day),
      }),
      fluentDesignLanguage: form.theme && only("fluentDesignLanguage", { ...form.theme, tokenTheme: { ...form.theme.tokenTheme } }),
      webAPI: only("webAPI", {
        retrieveMultipleRecords: platformCall("retrieveMultipleRecords", table => ({ entities: table === "buy_answer" ? form.earlierAnswers ?? [] : form.rows?.[table] ?? [] })),
        retrieveRecord: platformCall("retrieveRecord", table => table === "opportunity" ? { buy_journey: form.newJourney } : { _buy_contactid_value: form.contact ?? null }),
        createRecord: platformCall("createRecord", () => accepted(form, "new")),
        updateRecord: platformCall("updateRecord", (_, id) => accepted(form, id)),
        deleteRecord: platformCall("deleteRecord", (_, id) => accepted(form, id)),
      }),
      navigation: only("navigation", { openForm: platformCall("openForm", () => ({ savedEntityReference: [] })) }),
    });
  }

  function accepted({ refusal }, id) {
    if (refusal) throw { errorCode: 1, message: refusal };
    return { id };
  }

  const formats = new Map();

  function dates(locale) {
    const format = formats.get(locale) ?? new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeZone: "UTC" });
    formats.set(locale, format);
    return format;
  }

  function only(name, members) {
    return new Proxy(members, {
      get(target, member) {
        if (member in target || typeof member === "symbol") return target[member];
        throw new Error(`The test host has no ${name}.${String(member)}.`);
      },
    });
  }

  function show() {
    const { control, form, place } = mounted;
    window.ReactDOM.render(control.updateView(contextOf(form)), place);
  }

  return {
    calls,
    know(name, contextFor) {
      foreign[name] = contextFor;
    },
    mount(name, form) {
      const Control = registered.get(name);
      const control = new Control();
      mounted = { name, control, form, place: document.getElementById("control"), notified: 0 };
      control.init(contextOf(form), () => { mounted.notified += 1; show(); }, {});
      show();
    },
    update(changes) {
      mounted.form = { ...mounted.form, ...changes };
      show();
    },
    /** Grows with every drawing, for nothing can be drawn without texts. */
    stringsRead: () => stringsRead,
    outputs: () => ({ values: mounted.control.getOutputs(), notified: mounted.notified }),
    unmount() {
      window.ReactDOM.unmountComponentAtNode(mounted.place);
      mounted.control.destroy();
    },
  };
})();
