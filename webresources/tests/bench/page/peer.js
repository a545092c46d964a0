// What the public control business-process-flow-viewer is given: every row has a process of six stages, and every call is answered at once.
(() => {
  const stages = [1, 2, 3, 4, 5, 6].map(order => ({ processstageid: guid(900 + order), stagename: `Stage ${order}`, stagecategory: order - 1 }));

  function guid(number) {
    return `00000000-0000-0000-0000-${String(number).padStart(12, "0")}`;
  }

  function instanceOf(id) {
    const number = Number(id.slice(-12));
    return {
      opportunityid: id, businessprocessflowinstanceid: guid(100_000 + number), name: "Sales", statuscode: 1,
      _activestageid_value: stages[number % 6].processstageid, traversedpath: stages.slice(0, number % 6 + 1).map(stage => stage.processstageid).join(","),
    };
  }

  window.fetch = () => Promise.resolve(new Response(JSON.stringify({ value: stages })));

  window.host.know("ADC.BusinessProcessFlowViewer", ({ count }) => {
    const ids = Array.from({ length: count }, (_, index) => guid(index + 1));
    const input = raw => ({ raw });
    return {
      parameters: {
        parametersBPF: input(JSON.stringify({ bpfs: [{ bpfEntitySchemaName: "opportunitysalesprocess", lookupFieldSchemaName: "opportunityid" }] })),
        designStyle: input("chevron"), displayMode: input("stage"), recordNameSize: input("medium"), showEntityName: input("no"),
        enableNavigation: input("yes"), showPulseAnimation: input("no"), usePlatformTheme: input("yes"),
        records: {
          loading: false, columns: [{ name: "name", isPrimary: true }], sortedRecordIds: ids,
          records: Object.fromEntries(ids.map(id => [id, {
            getFormattedValue: () => `Opportunity ${Number(id.slice(-12))}`, getNamedReference: () => ({ entityType: "opportunity", id: { guid: id } }),
          }])),
        },
      },
      mode: { allocatedWidth: 1366, allocatedHeight: -1, trackContainerResize: () => undefined },
      resources: { getString: key => key },
      utils: { getEntityMetadata: () => Promise.resolve({ DisplayName: "Opportunity" }) },
      webAPI: {
        retrieveRecord: () => Promise.resolve({ OptionSet: { Options: [] } }),
        retrieveMultipleRecords: () => Promise.resolve({ entities: ids.map(instanceOf) }),
      },
    };
  });
})();
