editionData("index",{"units":13,"each":8,"zones":[["text",0],["entry",6],["page",11]],"marked":["texts/","pages/"],"v":["1921"],"e":["1291"],"p":["1921"],"k":["in:quotation"],"n":["aenne"]});
