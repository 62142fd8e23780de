// The maps of a file beside one another: tabs, what is done with them, links between them.

/** The maps of a file beside one another: tabs, what is done with them, links between them. */
export const maps = {
  maps: {
    tabs: 'Maps of this file',
    add: 'Add a map to this file',
    blank: 'Blank map',
    next: 'Next map',
    previous: 'Previous map',
    title: 'Title of the map',
    rename: 'Rename',
    left: 'Move left',
    right: 'Move right',
    future: 'Duplicate as future state',
    duplicate: 'Duplicate',
    remove: 'Remove map',
    copied: (name: string) => `Duplicated ${name}`,
    copiedFuture: 'This copy is the future state',
    added: (name: string) => `Added ${name}`,
    addedFor: (stage: string) => `Added a map of ${stage}`,
    moved: (name: string, at: number, of: number) => `Moved ${name}, ${at} of ${of}`,
    removed: (name: string) => `Removed the map ${name}`,
    shown: (name: string, at: number, of: number) => `${name}, map ${at} of ${of}`,
    link: 'Map of this stage',
    noLink: 'None',
    newMap: 'New map of this stage',
    follow: (name: string) => `Go to ${name}`,
    linked: (stage: string, name: string) => `${stage} leads to ${name}`,
    unlinked: (stage: string) => `${stage} leads to no map`,
  },
};
